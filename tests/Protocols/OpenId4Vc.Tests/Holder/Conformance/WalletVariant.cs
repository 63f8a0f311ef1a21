using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>One combination of the suite's plans: how the verifier names itself, how the question comes and how the answer goes back.</summary>
/// <param name="Prefix">The client identifier prefix; <c>web-origin</c> is the suite's word for unsigned questions through the browser.</param>
/// <param name="Protocol">The protocol of the Digital Credentials API; null for a link.</param>
/// <param name="ResponseMode"><c>response_mode</c>.</param>
/// <param name="Format">The format of the card.</param>
internal sealed record WalletVariant(string Prefix, string? Protocol, string ResponseMode, string Format = CredentialQuery.SdJwtFormat)
{
    private const string WebOrigin = "web-origin";

    private static readonly WalletVariant[] WithSdJwt =
    [
        // OpenID4VP 1.0 without a profile.
        new(ClientIdentifier.X509SanDns, null, "direct_post"),
        new(ClientIdentifier.X509SanDns, null, "direct_post.jwt"),
        new(ClientIdentifier.RedirectUri, null, "direct_post"),
        new(ClientIdentifier.RedirectUri, null, "direct_post.jwt"),
        new(ClientIdentifier.X509SanDns, DigitalCredentialProtocols.Signed, "dc_api"),
        new(WebOrigin, DigitalCredentialProtocols.Unsigned, "dc_api"),
        // HAIP 1.0: VP1FinalWalletTestPlanHaip.
        new(ClientIdentifier.X509Hash, null, "direct_post.jwt"),
        new(WebOrigin, DigitalCredentialProtocols.Unsigned, "dc_api.jwt"),
        new(ClientIdentifier.X509Hash, DigitalCredentialProtocols.Signed, "dc_api.jwt"),
        new(ClientIdentifier.X509Hash, DigitalCredentialProtocols.MultiSigned, "dc_api.jwt"),
    ];

    private static readonly WalletVariant[] Known = [.. WithSdJwt, .. WithSdJwt.Select(variant => variant with { Format = CredentialQuery.MdocFormat })];

    /// <summary>All of them.</summary>
    public static TheoryData<string> All => Of(_ => true);

    /// <summary>Those whose card is an SD-JWT VC; only there do claims stand inside of claims.</summary>
    public static TheoryData<string> Nested => Of(variant => !variant.IsMdoc);

    /// <summary>Questions behind a link.</summary>
    public static TheoryData<string> Links => Of(variant => !variant.ByBrowser);

    /// <summary>Questions that somebody signed.</summary>
    public static TheoryData<string> Signed => Of(variant => variant.IsSigned);

    /// <summary>Questions that somebody signed and the browser brings.</summary>
    public static TheoryData<string> SignedByBrowser => Of(variant => variant is { ByBrowser: true, IsSigned: true });

    /// <summary>Questions signed by several.</summary>
    public static TheoryData<string> MultiSigned => Of(variant => variant.Protocol == DigitalCredentialProtocols.MultiSigned);

    /// <summary>Signed request objects that are fetched.</summary>
    public static TheoryData<string> Fetched => Of(variant => variant is { ByBrowser: false, IsSigned: true });

    /// <summary>Questions with a client identifier.</summary>
    public static TheoryData<string> Named => Of(variant => variant.Prefix != WebOrigin);

    /// <summary>Questions whose answer is encrypted.</summary>
    public static TheoryData<string> Encrypted => Of(variant => variant.IsEncrypted);

    /// <summary>Questions with the address of the answer as client identifier.</summary>
    public static TheoryData<string> NamedByAddress => Of(variant => variant.Prefix == ClientIdentifier.RedirectUri);

    /// <summary>True when the browser brings the question.</summary>
    public bool ByBrowser => Protocol is not null;

    /// <summary>True when somebody signs the question.</summary>
    public bool IsSigned => Prefix is ClientIdentifier.X509Hash or ClientIdentifier.X509SanDns;

    /// <summary>True when the answer is encrypted.</summary>
    public bool IsEncrypted => ResponseMode.EndsWith(".jwt", StringComparison.Ordinal);

    /// <summary>True when the card is an mdoc.</summary>
    public bool IsMdoc => Format == CredentialQuery.MdocFormat;

    /// <summary>True where the profile HAIP applies.</summary>
    public bool IsHaip => IsEncrypted && Prefix is ClientIdentifier.X509Hash or WebOrigin;

    /// <summary>The variant of this name.</summary>
    public static WalletVariant Parse(string name) => Known.Single(variant => variant.ToString() == name);

    /// <inheritdoc />
    public override string ToString() => $"{Prefix}, {Protocol ?? "link"}, {ResponseMode}, {Format}";

    private static TheoryData<string> Of(Func<WalletVariant, bool> applies) => [.. Known.Where(applies).Select(variant => variant.ToString())];
}
