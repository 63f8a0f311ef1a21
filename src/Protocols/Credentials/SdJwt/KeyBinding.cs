// RFC 9901 §4.3.
namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a holder confirms with a Key Binding JWT.</summary>
/// <param name="Audience">`aud`: the verifier; for OpenID4VP its client identifier with prefix.</param>
/// <param name="Nonce">`nonce` of the verifier.</param>
/// <param name="IssuedAt">`iat`, cut to seconds.</param>
public sealed record KeyBinding(string Audience, string Nonce, DateTimeOffset IssuedAt);
