using System.ComponentModel.DataAnnotations;

namespace Modellstadt.App.WalletSite;

/// <summary>Where the wallet app lies. Configuration section <c>Wallet</c>.</summary>
internal sealed class WalletOptions
{
    /// <summary>Folder with the built app. Default: <c>src/Wallet/dist</c> below the working folder.</summary>
    [Required]
    public string Directory { get; set; } = "src/Wallet/dist";
}
