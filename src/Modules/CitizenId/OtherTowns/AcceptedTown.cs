using System.Security.Cryptography.X509Certificates;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.CitizenId;

/// <summary>Another town whose citizen IDs count here.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel: the only municipality in whose name its roots may speak.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Origin">Scheme, host and port of its portal.</param>
/// <param name="Roots">The root certificates to which its issuer's chains lead.</param>
/// <param name="HighestLevel">The most that is believed of its citizen IDs.</param>
public sealed record AcceptedTown(string Ags, string Name, Uri Origin, IReadOnlyList<X509Certificate2> Roots, AssuranceLevel HighestLevel)
{
    /// <summary>How its issuer is called on screens.</summary>
    public LocalizedText IssuerName => new($"Stadt {Name}", $"City of {Name}");
}
