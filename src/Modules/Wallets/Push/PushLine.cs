// RFC 8030 §5 (sending), §5.2 (TTL), §5.3 (Urgency), §5.4 (Topic), §7.3 (subscriptions that end); RFC 8291 §4 (encoding).
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Wallets.Push;

/// <summary>
/// The way to push services. What is sent is the same for everybody and says nothing: that there is a notice. Redirects are not followed, answers
/// are not read, nobody may take longer than ten seconds.
/// </summary>
internal sealed class PushLine(PushKeys keys, RandomSource random) : IDisposable
{
    private const string Lifetime = "259200";

    private static readonly byte[] Message = "{\"notices\":true}"u8.ToArray();
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker line = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Deadline });

    /// <summary>Sends a push; what the service said, or null when it said nothing.</summary>
    public async Task<HttpStatusCode?> SendAsync(Uri endpoint, PushRecipient recipient, bool urgent, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Seal(recipient)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", keys.Authorize(endpoint));
        request.Headers.TryAddWithoutValidation("TTL", Lifetime);
        request.Headers.TryAddWithoutValidation("Urgency", urgent ? "high" : "normal");
        request.Headers.TryAddWithoutValidation("Topic", "notices");
        try
        {
            using var answer = await line.SendAsync(request, deadline.Token);
            return answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => line.Dispose();

    private byte[] Seal(PushRecipient recipient)
    {
        using var once = SoftwareSigningKey.Create(random.Fill);
        using var sender = ECDiffieHellman.Create();
        sender.ImportPkcs8PrivateKey(once.ToPkcs8(), out _);
        return SealedPush.Seal(recipient, sender, random.NewBytes(SealedPush.SaltBytes), Message);
    }
}
