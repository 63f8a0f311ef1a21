using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Issuer.Tokens;

/// <summary>For what and to whom a refresh token was given.</summary>
/// <param name="OfferId">The offer whose copies it renews.</param>
/// <param name="Generation">The offer's generation: another wallet that fetches it anew ends this token.</param>
/// <param name="Traits">How the first access token was got.</param>
/// <param name="KeyThumbprint">The DPoP key that it is bound to.</param>
/// <param name="InstanceThumbprint">The key of the wallet's attestation, or null.</param>
/// <param name="ClientHash">SHA-256 of the client identifier; empty for an anonymous one.</param>
internal sealed record RefreshGrant(Guid OfferId, int Generation, GrantTraits Traits, string KeyThumbprint, string? InstanceThumbprint, byte[] ClientHash)
{
    private const int HashLength = 32;

    /// <summary>True when the sender is the one that it was given to: same client, same keys.</summary>
    public bool IsOf(Sender sender) => KeyThumbprint == sender.Key?.Thumbprint
        && InstanceThumbprint == sender.Wallet?.InstanceThumbprint
        && CryptographicOperations.FixedTimeEquals(ClientHash, HashOf(sender.ClientId));

    public static byte[] HashOf(string? clientId) => clientId is null ? new byte[HashLength] : SHA256.HashData(Encoding.UTF8.GetBytes(clientId));
}

/// <summary>
/// Refresh tokens that need no row: what they say is encrypted with a key beside the database, and the offer says whether they still
/// count. Each is bound to the wallet's DPoP key, so it is not exchanged at every use (FAPI 2.0 Security Profile, section 5.3.2.1,
/// item 9): a lost answer costs nothing.
/// </summary>
internal sealed class RefreshTokens(KeyFiles files, RandomSource random)
{
    private const int Head = 16 + 4 + 4;
    private const int Hash = 32;
    private const int Content = Head + (3 * Hash);
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly byte[] key = files.ReadOrDraw("issuer-refresh.key", random);

    /// <summary>A token of this issuer.</summary>
    public string Seal(HostedIssuer issuer, RefreshGrant grant)
    {
        var bytes = new byte[Nonce + Content + Tag];
        random.Fill(bytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(bytes.AsSpan(0, Nonce), Write(grant), bytes.AsSpan(Nonce, Content), bytes.AsSpan(Nonce + Content), Encoding.UTF8.GetBytes(issuer.Id));
        return Base64Url.Encode(bytes);
    }

    /// <summary>What a token of this issuer says; null when it is none.</summary>
    public RefreshGrant? Open(HostedIssuer issuer, string token)
    {
        if (!Base64Url.TryDecode(token, out var bytes) || bytes.Length != Nonce + Content + Tag)
            return null;
        var content = new byte[Content];
        using var aes = new AesGcm(key, Tag);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce, Content), bytes.AsSpan(Nonce + Content), content, Encoding.UTF8.GetBytes(issuer.Id));
            return Read(content);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Write(RefreshGrant grant)
    {
        var content = new byte[Content];
        grant.OfferId.TryWriteBytes(content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(16), grant.Generation);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(20), (int)grant.Traits);
        Base64Url.Decode(grant.KeyThumbprint).Expect().CopyTo(content, Head);
        if (grant.InstanceThumbprint is not null)
            Base64Url.Decode(grant.InstanceThumbprint).Expect().CopyTo(content, Head + Hash);
        grant.ClientHash.CopyTo(content, Head + (2 * Hash));
        return content;
    }

    private static RefreshGrant Read(byte[] content)
    {
        var traits = (GrantTraits)BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(20));
        return new RefreshGrant(
            new Guid(content.AsSpan(0, 16)),
            BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16)),
            traits,
            Base64Url.Encode(content.AsSpan(Head, Hash)),
            traits.HasFlag(GrantTraits.WalletAttestation) ? Base64Url.Encode(content.AsSpan(Head + Hash, Hash)) : null,
            content[(Head + (2 * Hash))..]);
    }
}
