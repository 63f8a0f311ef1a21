using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Region.Funding;

/// <summary>What a notice grants and on which terms: the financing plan (Finanzierungsplan). All sums in euro cents.</summary>
internal sealed record GrantPlan
{
    /// <summary>The largest single sum: 999,999,999.99 euros.</summary>
    public const long LargestCents = 99_999_999_999;

    /// <summary>The longest list of milestones, partners, third parties or conditions.</summary>
    public const int LongestList = 50;

    private static readonly JsonSerializerOptions Format = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>First day of the approval period (Bewilligungszeitraum).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The rate of funding, hundredths of a percent.</summary>
    public required int RateBasisPoints { get; init; }

    /// <summary>The granted sum.</summary>
    public required long GrantCents { get; init; }

    /// <summary>What the recipient pays.</summary>
    public required long OwnShareCents { get; init; }

    /// <summary>What others pay.</summary>
    public IReadOnlyList<PlannedContribution> ThirdParties { get; init; } = [];

    /// <summary>The costs, each category at most once.</summary>
    public required IReadOnlyList<PlannedCost> Costs { get; init; }

    /// <summary>Partners who spend a part of it.</summary>
    public IReadOnlyList<PlannedContribution> Partners { get; init; } = [];

    /// <summary>The milestones in their order.</summary>
    public IReadOnlyList<PlannedMilestone> Milestones { get; init; } = [];

    /// <summary>The conditions of the notice (Nebenbestimmungen), in words.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Days on which interim proofs of use (Zwischennachweise) are due, as the notice states them, the first one first.</summary>
    public IReadOnlyList<DateOnly> InterimProofs { get; init; } = [];

    /// <summary>When the proof of use is due.</summary>
    public required ProofTerms Proof { get; init; }

    /// <summary>The rate of funding.</summary>
    [JsonIgnore]
    public FundingRate Rate => new(RateBasisPoints);

    /// <summary>All costs.</summary>
    [JsonIgnore]
    public long CostCents => Costs.Sum(cost => cost.Cents);

    /// <summary>The eligible part of them.</summary>
    [JsonIgnore]
    public long EligibleCents => Costs.Sum(cost => cost.EligibleCents);

    /// <summary>What others pay in sum.</summary>
    [JsonIgnore]
    public long ThirdPartyCents => ThirdParties.Sum(party => party.Cents);

    /// <summary>The plan as it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>A stored plan.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static GrantPlan FromJson(string content) => JsonSerializer.Deserialize<GrantPlan>(content, Format) ?? throw new JsonException("The plan is empty.");
}

/// <summary>A name with a sum: a third party, or a partner.</summary>
/// <param name="Name">Who, unique in its list.</param>
/// <param name="Cents">Euro cents, above zero.</param>
internal sealed record PlannedContribution(string Name, long Cents);

/// <summary>Planned costs of a category.</summary>
/// <param name="Category">What for.</param>
/// <param name="Cents">Euro cents, above zero.</param>
/// <param name="EligibleCents">The part that the grant may pay for (zuwendungsfähig).</param>
internal sealed record PlannedCost(CostCategory Category, long Cents, long EligibleCents);

/// <summary>A milestone.</summary>
/// <param name="Code">Its short name, unique in the plan and the same in later plans.</param>
/// <param name="Name">What is reached then.</param>
/// <param name="DueOn">Until when.</param>
internal sealed record PlannedMilestone(string Code, string Name, DateOnly DueOn);

/// <summary>When the proof of use is due, as the notice states it.</summary>
/// <param name="MonthsAfterPurpose">Months after what the grant is for was done.</param>
/// <param name="MonthsAfterPeriod">Months after the approval period, at the latest.</param>
/// <param name="Source">Where that stands.</param>
internal sealed record ProofTerms(int MonthsAfterPurpose, int MonthsAfterPeriod, string Source);
