using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Visits;

/// <summary>How far a guest is.</summary>
internal enum GuestStep
{
    /// <summary>Has scanned the code.</summary>
    Scanned,

    /// <summary>Has the DEMO citizen ID in the wallet.</summary>
    HasId,

    /// <summary>Has shown it and so applied for the permit.</summary>
    Applied,

    /// <summary>Has the DEMO permit in the wallet.</summary>
    HasPermit,
}

/// <summary>A browser that takes part in a visit. Nothing about the person: the name follows from the number.</summary>
internal sealed class VisitGuest
{
    /// <summary>Identifier; stands in the address of the guest's page.</summary>
    public required Guid Id { get; init; }

    public required Guid VisitId { get; init; }

    /// <summary>1 for the first guest.</summary>
    public required int Number { get; init; }

    /// <summary>The language in which the guest's name is made up.</summary>
    public required Language Language { get; init; }

    /// <summary>SHA-256 of the secret of the browser.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>What stands in the DEMO citizen ID and leads from it to this guest.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The offer of the DEMO citizen ID; null before it was asked for.</summary>
    public Guid? IdOffer { get; init; }

    /// <summary>When a wallet had it.</summary>
    public DateTimeOffset? HasIdAt { get; set; }

    /// <summary>The question by which the guest applied last; null before.</summary>
    public Guid? Presentation { get; init; }

    /// <summary>When the answer held.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Why the last answer did not hold (<c>StoredRefusal</c>, JSON).</summary>
    public string? Refusal { get; init; }

    /// <summary>The offer of the DEMO permit; null before.</summary>
    public Guid? PermitOffer { get; init; }

    /// <summary>When a wallet had it.</summary>
    public DateTimeOffset? HasPermitAt { get; set; }

    /// <summary>How far the guest is.</summary>
    public GuestStep Step => this switch
    {
        { HasPermitAt: not null } => GuestStep.HasPermit,
        { AppliedAt: not null } => GuestStep.Applied,
        { HasIdAt: not null } => GuestStep.HasId,
        _ => GuestStep.Scanned,
    };

    /// <summary>Under which name the issuer keeps what this guest got.</summary>
    public string Subject => $"visit-guest/{Id}";

    /// <summary>What the guest is called.</summary>
    public string Name => GuestName.Of(Number).In(Language);

    /// <summary>True for the browser of this guest.</summary>
    public bool BelongsTo(string? browserSession) => browserSession is not null && BrowserHash == BrowserHashes.Of(browserSession);
}
