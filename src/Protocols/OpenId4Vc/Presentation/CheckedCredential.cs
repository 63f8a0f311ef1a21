// OpenID4VP 1.0 §8.6 (VP token validation): what is left when every check has passed.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A presented credential that holds. Its status is still to be looked up where <paramref name="Status"/> names a list.</summary>
/// <param name="QueryId">The query it answers.</param>
/// <param name="CredentialType">`vct`, or `docType` of an mdoc.</param>
/// <param name="Issuer">Whose certificate signed it.</param>
/// <param name="Claims">The claims that were asked for, and no others; the elements of an mdoc stand below their name space.</param>
/// <param name="Status">Where its status stands, or null when it has none.</param>
public sealed record CheckedCredential(string QueryId, string CredentialType, TrustedCertificate Issuer, JsonObject Claims, StatusReference? Status);
