using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId.OtherTowns;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.CitizenId;

/// <summary>The other towns whose citizen IDs count here, as the operator has decided. Empty: nobody's but this town's own.</summary>
public sealed class AcceptedTowns
{
    private readonly Dictionary<string, AcceptedTown> byRoot;

    /// <summary>Reads the setting, which was checked at the start (<see cref="TownsFit"/>).</summary>
    internal AcceptedTowns(IOptions<CitizenIdOptions> options, IOptions<TownOptions> town)
    {
        All = [.. options.Value.OtherTowns.Select((entry, index) => ReadTown.From(entry, index, town.Value).Town ?? throw new InvalidOperationException("The setting was not checked."))];
        byRoot = All.SelectMany(other => other.Roots, (other, root) => (Print: PrintOf(root), other)).ToDictionary(pair => pair.Print, pair => pair.other);
    }

    /// <summary>All of them, in the operator's order.</summary>
    public IReadOnlyList<AcceptedTown> All { get; }

    /// <summary>The town to whose root certificate a chain led (<c>PresentedCredential.IssuerAnchor</c>); null for this town's own, and for anybody else's.</summary>
    public AcceptedTown? Find(string issuerAnchor) => byRoot.GetValueOrDefault(issuerAnchor);

    /// <summary>By what a root certificate is told apart: SHA-256 over the DER, hexadecimal.</summary>
    internal static string PrintOf(X509Certificate2 root) => root.GetCertHashString(HashAlgorithmName.SHA256);
}
