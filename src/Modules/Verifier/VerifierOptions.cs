using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Verifier;

/// <summary>Settings of the verifier. Configuration section <c>Verifier</c>.</summary>
public sealed class VerifierOptions
{
    /// <summary>How long a wallet can answer, and how long the answer can then be redeemed. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// True when request objects carry the intermediates of the access certificate, too. The German guide for relying parties
    /// wants the access certificate alone (false); many wallets need the chain. Default: true.
    /// </summary>
    public bool SendIntermediates { get; set; } = true;

    /// <summary>
    /// True when browsers get the question unsigned as well, for wallets that know no access certificates; they then know the town by its
    /// origin alone. Default: true.
    /// </summary>
    public bool AsksBrowsersUnsigned { get; set; } = true;

    /// <summary>
    /// File with the registration certificate (a JWT, ETSI TS 119 475) that goes with every question: the town then asks for nothing
    /// beyond it. Default: none; demonstrations are registered by the demo registrar.
    /// </summary>
    public string? RegistrationCertificate { get; set; }

    /// <summary>Hosts besides the town's own from which status lists may be fetched, always by https. Default: none.</summary>
    public IReadOnlyList<string> StatusListHosts { get; set; } = [];

    /// <summary>What counts while a status list cannot be had. Default: nothing (such a credential is refused).</summary>
    public StatusOutage StatusOutage { get; set; } = StatusOutage.Refuse;

    /// <summary>Exceptions from <see cref="StatusOutage"/> for types of credentials. Default: none.</summary>
    public IReadOnlyList<StatusOutageRule> StatusOutageRules { get; set; } = [];

    /// <summary>How many typed codes one network may try in a minute. Default: 20.</summary>
    [Range(1, 10_000)]
    public int CodesPerMinute { get; set; } = 20;

    /// <summary>How many questions one network may have asked in a minute; many phones may share an address. Default: 120.</summary>
    [Range(1, 10_000_000)]
    public int QuestionsPerMinute { get; set; } = 120;
}
