using System.Text;
using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>A request as it came in.</summary>
/// <param name="Bytes">Its body.</param>
/// <param name="Encrypted">True when it says of itself that it is encrypted.</param>
internal sealed record SentMessage(byte[] Bytes, bool Encrypted);

/// <summary>What is answered, and for whom it is encrypted: null for an answer in the clear.</summary>
internal sealed record ReadyAnswer(CredentialResponse Response, JweRecipient? Recipient);

/// <summary>Reads and writes the messages of the credential and the deferred credential endpoint, encrypted where a wallet does or wants it (OpenID4VCI 1.0, section 10).</summary>
internal sealed class WalletMessages(RequestKeys keys, RandomSource random)
{
    /// <summary>The most bytes that are read of a request: encryption writes four characters for three bytes, and a header.</summary>
    public static int MostBytes(int ofMessage) => (ofMessage * 4 / 3) + (4 * 1024);

    /// <summary>The body of a request, or `invalid_credential_request` when it is of another media type or too long.</summary>
    public static async Task<Checked<SentMessage>> ReceiveAsync(HttpContext context, int mostBytes)
    {
        var encrypted = MediaTypeOf(context.Request) == MessageEncryption.MediaType;
        if (!encrypted && !context.Request.HasJsonContentType())
            return new ProtocolError(IssuanceErrors.InvalidCredentialRequest, "OpenID4VCI 1.0 §8.2, §10", "The body is neither application/json nor application/jwt.");
        return await context.ReadBodyAsync(encrypted ? MostBytes(mostBytes) : mostBytes) is { } body
            ? new SentMessage(body, encrypted)
            : ProtocolAnswers.BodyTooLong(IssuanceErrors.InvalidCredentialRequest);
    }

    /// <summary>The message in the clear.</summary>
    public Checked<byte[]> Open(HostedIssuer issuer, SentMessage sent) => sent.Encrypted
        ? MessageEncryption.OpenRequest(Encoding.UTF8.GetString(sent.Bytes), kid => keys.Find(issuer, kid), sent.Bytes.Length)
        : sent.Bytes;

    /// <summary>The rule about encryption that a request breaks, or null.</summary>
    /// <param name="sent">The request.</param>
    /// <param name="recipient">For whom it wants the answer encrypted.</param>
    /// <param name="policy">What its credential type demands.</param>
    public static ProtocolError? Check(SentMessage sent, JweRecipient? recipient, CredentialPolicy policy)
    {
        // Sections 8.2 and 9.1: or somebody on the way could put a key of his own into the request.
        if (recipient is not null && !sent.Encrypted)
            return new ProtocolError(IssuanceErrors.InvalidEncryptionParameters, "OpenID4VCI 1.0 §8.2", "Who asks for an encrypted response encrypts the request as well.");
        return policy.RequiresEncryptedResponse && recipient is null
            ? new ProtocolError(IssuanceErrors.InvalidEncryptionParameters, "OpenID4VCI 1.0 §8.3.1.2", "This credential leaves encrypted only; credential_response_encryption is missing.")
            : null;
    }

    /// <summary>The answer for the wallet: 200 with credentials, 202 without (sections 8.3 and 9.2).</summary>
    public IResult Answer(HttpContext context, ReadyAnswer answer)
    {
        var status = answer.Response.Deferred is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        if (answer.Recipient is null)
            return context.Answer(answer.Response.ToJson(), status);
        context.NeverStore();
        return Results.Text(MessageEncryption.Seal(answer.Response.ToJson(), answer.Recipient, random.Fill), MessageEncryption.MediaType, contentEncoding: null, status);
    }

    private static string? MediaTypeOf(HttpRequest request) => request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant();
}
