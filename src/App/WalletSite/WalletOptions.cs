using System.ComponentModel.DataAnnotations;

namespace Modellstadt.App.WalletSite;

/// <summary>Where the wallet app lies, and whom it believes besides this installation. Configuration section <c>Wallet</c>.</summary>
internal sealed class WalletOptions
{
    /// <summary>Folder with the built app. Default: <c>src/Wallet/dist</c> below the working folder.</summary>
    [Required]
    public string Directory { get; set; } = "src/Wallet/dist";

    /// <summary>Other issuers whose cards the wallet takes. Default: none.</summary>
    public IReadOnlyList<ForeignRoot> TrustedIssuers { get; set; } = [];

    /// <summary>Other verifiers whom the wallet answers. Default: none.</summary>
    public IReadOnlyList<ForeignRoot> TrustedVerifiers { get; set; } = [];

    /// <summary>Registrars of verifiers: what they have not registered, the wallet warns of. Default: none.</summary>
    public IReadOnlyList<ForeignRoot> TrustedRegistrars { get; set; } = [];

    /// <summary>A root certificate that somebody else's certificates must lead to.</summary>
    public sealed class ForeignRoot
    {
        /// <summary>Whose root it is, in words for citizens.</summary>
        [Required]
        public string Name { get; set; } = "";

        /// <summary>PEM file of the root certificate.</summary>
        [Required]
        public string Certificate { get; set; } = "";

        /// <summary>True when cards and questions are made up. Default: false.</summary>
        public bool Demo { get; set; }
    }
}
