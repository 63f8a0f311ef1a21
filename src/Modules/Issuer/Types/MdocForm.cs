using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer;

/// <summary>
/// A credential type as mdoc (ISO/IEC 18013-5): the same claims as data elements. One offer names both forms, a wallet takes the one it
/// knows, and whoever fetches one does not lose the other.
/// </summary>
/// <param name="ConfigurationId">Its own id among the <c>credential_configurations_supported</c> (OpenID4VCI 1.0, Appendix A.2), unique on this server.</param>
/// <param name="DocumentType">Its <c>docType</c>.</param>
/// <param name="Elements">The data elements in the order in which wallets show them.</param>
public sealed record MdocForm(string ConfigurationId, string DocumentType, IReadOnlyList<MdocFormElement> Elements)
{
    /// <summary>In the place of a claim: the last day of validity.</summary>
    public const string EndOfValidity = "exp";
}

/// <summary>A data element and where its value comes from. An element whose claim is not there is left out.</summary>
/// <param name="NameSpace">Where its identifier is defined.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Claim">The claim, or a path with dots to a part of an object: <c>address.locality</c>; or <see cref="MdocForm.EndOfValidity"/>.</param>
public sealed record MdocFormElement(string NameSpace, string Identifier, string Claim)
{
    /// <summary>True when the value is a day and written as <c>full-date</c> (RFC 8943).</summary>
    public bool IsDay { get; init; }

    /// <summary>What wallets show; null: what they show for the claim.</summary>
    public LocalizedText? Label { get; init; }
}
