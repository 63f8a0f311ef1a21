using System.Collections.Concurrent;
using Modellstadt.Kernel.Keys;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Accounts.Clients;

/// <summary>The keys that sign the tokens of clients. They can be changed while the town serves; a token names its key by thumbprint.</summary>
internal sealed class ClientTokenKeys(ISigningKeys keys, KeyRings rings, TimeProvider time) : IRotatingKeys
{
    private const string Name = "accounts-client-tokens";

    private readonly ConcurrentDictionary<string, TokenKey> opened = new();

    /// <summary>The key of this moment.</summary>
    public SigningKey Current
    {
        get
        {
            var ring = rings.Read(Name);
            return Open(ring.KeyName(ring.At(time.GetUtcNow()))).Signing;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<RotatingKey> All => [new RotatingKey(Name, RotatingKey.ShortestLead, ClientTokens.LongestLifetime, name => Open(name))];

    /// <summary>The key with this thumbprint; null when none that counts has it.</summary>
    public VerificationKey? Find(string thumbprint)
    {
        var ring = rings.Read(Name);
        return ring.AcceptedAt(time.GetUtcNow()).Select(generation => Open(ring.KeyName(generation)).Verification).FirstOrDefault(key => key.PublicKey.Thumbprint == thumbprint);
    }

    private TokenKey Open(string name) => opened.GetOrAdd(name, each =>
    {
        var kept = keys.OpenOrCreate(each);
        var signing = new DelegatedSigningKey(JsonWebKey.From(kept.PublicKey), kept.Sign);
        return new TokenKey(signing, VerificationKey.Import(signing.PublicKey));
    });

    private sealed record TokenKey(SigningKey Signing, VerificationKey Verification);
}
