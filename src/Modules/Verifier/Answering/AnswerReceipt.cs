using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Verifier.Answering;

/// <summary>What the wallet is told about its post.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="RedirectUri">Where the wallet sends its person, same device only.</param>
/// <param name="Error">Why the post was refused; null when it was taken.</param>
internal sealed record AnswerReceipt(int StatusCode, string? RedirectUri, ProtocolError? Error)
{
    public static AnswerReceipt Taken(string? redirectUri) => new(200, redirectUri, null);

    public static AnswerReceipt Refused(ProtocolError error, int statusCode = 400) => new(statusCode, null, error);
}
