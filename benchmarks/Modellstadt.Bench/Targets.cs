using System.Globalization;

namespace Modellstadt.Bench;

/// <summary>What a figure should be.</summary>
/// <param name="Value">The border.</param>
/// <param name="AtLeast">True when more is better.</param>
internal sealed record Target(double Value, bool AtLeast)
{
    /// <summary>What the project has promised, for 2 cores.</summary>
    public static IReadOnlyDictionary<string, Target> Of { get; } = new Dictionary<string, Target>
    {
        ["feed-poll-server-time"] = new(1, AtLeast: false),
        ["feeds-round"] = new(600, AtLeast: false),
        ["issuance"] = new(300, AtLeast: true),
        ["haip-issuance"] = new(400, AtLeast: true),
        ["haip-issuance-p99-at-half-load"] = new(50, AtLeast: false),
        ["dpop-issuance"] = new(900, AtLeast: true),
        ["dpop-issuance-p99-at-half-load"] = new(50, AtLeast: false),
        ["batch-issuance-per-core"] = new(5_000, AtLeast: true),
        ["presentation"] = new(500, AtLeast: true),
        ["presentation-per-core"] = new(800, AtLeast: true),
        ["presentation-p99-at-half-load"] = new(50, AtLeast: false),
        ["plate-check"] = new(5_000, AtLeast: true),
        ["plate-check-p99"] = new(5, AtLeast: false),
        ["plate-check-core"] = new(20_000, AtLeast: true),
        ["offline-set-build"] = new(1, AtLeast: false),
        ["offline-set-size"] = new(2, AtLeast: false),
        ["offline-set-false-positives"] = new(1e-6, AtLeast: false),
        ["offline-presentation"] = new(2_000, AtLeast: false),
        ["status-list"] = new(50, AtLeast: false),
        ["status-list-compressed"] = new(15, AtLeast: false),
        ["status-list-2-bits"] = new(50, AtLeast: false),
        ["status-list-2-bits-compressed"] = new(15, AtLeast: false),
        ["wallet-start-transferred"] = new(250, AtLeast: false),
        ["wallet-start-warm"] = new(400, AtLeast: false),
        ["wallet-start-warm-cpu-4x-slower"] = new(400, AtLeast: false),
        ["wallet-start-warm-code-cpu-4x-slower"] = new(400, AtLeast: false),
        ["wallet-start-installed-cpu-4x-slower"] = new(1_200, AtLeast: false),
        ["wallet-start-installed-code-cpu-4x-slower"] = new(1_200, AtLeast: false),
        ["wallet-start-installed-question-cpu-4x-slower"] = new(1_500, AtLeast: false),
        ["wallet-start-cold-cpu-4x-slower"] = new(1_500, AtLeast: false),
        ["showroom"] = new(1_000, AtLeast: true),
        ["showroom-all-transferred"] = new(100, AtLeast: false),
        ["showroom-town-transferred"] = new(100, AtLeast: false),
        ["showroom-project-transferred"] = new(100, AtLeast: false),
        ["showroom-all-full-content"] = new(1_000, AtLeast: false),
        ["showroom-town-full-content"] = new(1_000, AtLeast: false),
        ["showroom-project-full-content"] = new(1_000, AtLeast: false),
        ["project-search-p99"] = new(50, AtLeast: false),
        ["duplicate-warning-hit-at-5"] = new(0.9, AtLeast: true),
        ["duplicate-warning-recall-at-precision-0.9"] = new(0.3, AtLeast: true),
        ["duplicate-warning-second-half-hit-at-5"] = new(0.9, AtLeast: true),
        ["duplicate-warning-second-half-recall-at-precision-0.9"] = new(0.3, AtLeast: true),
        ["lighthouse-wallet-performance"] = new(0.95, AtLeast: true),
        ["renewals"] = new(600, AtLeast: false),
        ["journey-p95"] = new(10, AtLeast: false),
        ["journey-most-taps"] = new(3, AtLeast: false),
        ["journey-most-keys"] = new(0, AtLeast: false),
        ["demo-decisions"] = new(90, AtLeast: true),
        ["demo-decisions-unexplained"] = new(0, AtLeast: false),
        ["kills"] = new(200, AtLeast: true),
        ["kills-findings"] = new(0, AtLeast: false),
    };

    /// <summary>True when the figure keeps the promise.</summary>
    public bool IsMetBy(Figure figure) => AtLeast ? figure.Value >= Value : figure.Value <= Value;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {Value:#,0.###}");
}
