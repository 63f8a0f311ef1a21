// RFC 9901 §4.2.6 (recursive Disclosures).
namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>A Disclosure and where its claim or element stands in the processed payload.</summary>
internal sealed record PlacedDisclosure(Disclosure Disclosure, IReadOnlyList<ClaimStep> Place);
