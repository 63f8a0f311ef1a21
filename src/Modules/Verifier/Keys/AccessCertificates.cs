using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;

namespace Modellstadt.Verifier.Keys;

/// <summary>
/// The access certificates that follow each other. A change is announced longer ahead than any question lives, so that each question has
/// one certificate from its link to the check of its answer.
/// </summary>
internal sealed class AccessCertificates : IRotatingKeys
{
    private readonly ConcurrentDictionary<string, AccessCertificate> opened = new();
    private readonly AccessCertificateMaking making;
    private readonly KeyRings rings;
    private readonly VerifierOptions options;
    private readonly TimeProvider time;

    public AccessCertificates(AccessCertificateMaking making, KeyRings rings, IOptions<VerifierOptions> options, TimeProvider time)
    {
        (this.making, this.rings, this.options, this.time) = (making, rings, options.Value, time);
        Root = making.OpenRoot();
        Open(making.Name);
    }

    /// <summary>The anchor wallets pin.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The one under which the town asks now.</summary>
    public AccessCertificate Present => For(time.GetUtcNow());

    /// <inheritdoc />
    public IReadOnlyList<RotatingKey> All => [new RotatingKey(making.Name, options.Lifetime + RotatingKey.ShortestLead, TimeSpan.Zero, name => Open(name))];

    /// <summary>The one of a question that ends at this moment.</summary>
    public AccessCertificate For(DateTimeOffset endOfQuestion)
    {
        var ring = rings.Read(making.Name);
        return Open(ring.KeyName(ring.At(endOfQuestion)));
    }

    private AccessCertificate Open(string name) => opened.GetOrAdd(name, making.Open);
}
