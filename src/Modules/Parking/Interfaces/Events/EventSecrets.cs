using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>
/// The secrets of subscriptions and what is made with them: signatures as Standard Webhooks has them, and hashes of plates. A secret
/// follows from the town's key and the subscription, so a stolen database holds none.
/// </summary>
internal sealed class EventSecrets(KeyFiles files, RandomSource random)
{
    private const string Prefix = "whsec_";
    private const int HashBytes = 16;

    private readonly byte[] key = files.ReadOrDraw("parking-webhooks.key", random);

    /// <summary>The secret as the subscriber gets it.</summary>
    public string Of(Guid subscription) => Prefix + Convert.ToBase64String(Bytes(subscription));

    /// <summary>The header <c>webhook-signature</c>.</summary>
    /// <param name="subscription">Whose secret signs.</param>
    /// <param name="message">Identifier of the message.</param>
    /// <param name="at">The moment of this attempt: receivers refuse old ones.</param>
    /// <param name="body">The body as it is sent.</param>
    public string Sign(Guid subscription, Guid message, DateTimeOffset at, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Bytes(subscription), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message:D}.{at.ToUnixTimeSeconds()}.{body}"))));

    /// <summary>
    /// A plate for one subscriber: HMAC-SHA-256 of <c>plate:</c> and its comparable form, first 16 bytes, base64url. Whoever has the secret
    /// can try all plates: for others than this subscriber it hides them, for the subscriber it does not.
    /// </summary>
    public string HashOf(Guid subscription, string plateKey) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Bytes(subscription), Encoding.UTF8.GetBytes($"plate:{plateKey}")).AsSpan(0, HashBytes));

    private byte[] Bytes(Guid subscription) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"subscription/{subscription:D}"));
}
