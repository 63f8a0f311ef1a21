// RFC 5280 §4.1.2.5.
namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>From when until when a certificate is valid; cut to seconds when it is written.</summary>
/// <param name="NotBefore">The first instant.</param>
/// <param name="NotAfter">The last instant.</param>
public sealed record Validity(DateTimeOffset NotBefore, DateTimeOffset NotAfter);
