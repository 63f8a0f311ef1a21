using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>A vehicle that somebody else keeps and that a resident uses for good: who may put it on the permit, and what entitles to it.</summary>
internal sealed class VehicleUse
{
    /// <summary>Longest description of the evidence and longest answer of a clerk, characters.</summary>
    public const int LongestWords = 500;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The resident register's key of whoever uses it.</summary>
    public required string UserId { get; init; }

    /// <summary>Their name, which the keeper must know to consent.</summary>
    public required string UserName { get; init; }

    /// <summary>Why they may use it.</summary>
    public required VehicleBasis Basis { get; init; }

    /// <summary>The plate as it stands on the car.</summary>
    public required string Plate { get; init; }

    /// <summary>What proves it, in the user's words: employer, contract number, confirmation; null where the keeper's wallet does.</summary>
    public string? Evidence { get; init; }

    /// <summary>How far it is.</summary>
    public VehicleUseState State { get; set; }

    /// <summary>SHA-256 of the secret in the link that the keeper gets.</summary>
    public required string SecretHash { get; init; }

    /// <summary>The resident register's key of the keeper who consented; null when a clerk accepted it.</summary>
    public string? KeeperId { get; set; }

    /// <summary>The sentence that the keeper's wallet has signed, in German.</summary>
    public string? Statement { get; set; }

    /// <summary>Length that a clerk read in the vehicle's papers; null when the register knows it.</summary>
    public int? LengthMillimetres { get; set; }

    /// <summary>Width that a clerk read in the vehicle's papers; null when the register knows it.</summary>
    public int? WidthMillimetres { get; set; }

    /// <summary>Last day of what entitles to it; null: until it is withdrawn.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>What the clerk answered; null when none did.</summary>
    public string? Answer { get; set; }

    /// <summary>Who answered: the citizen who keeps it, or a clerk.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was answered or withdrawn.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Grows with each change: of two answers at once, one finds it answered.</summary>
    public int Revision { get; set; }

    /// <summary>True on a day on which it entitles.</summary>
    public bool HoldsOn(DateOnly day) => State is VehicleUseState.Accepted && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>How far a use is.</summary>
internal enum VehicleUseState
{
    /// <summary>The keeper has not opened the link, or not answered.</summary>
    WaitingForKeeper,

    /// <summary>A clerk looks at the evidence.</summary>
    WaitingForClerk,

    /// <summary>The vehicle may stand on the permit.</summary>
    Accepted,

    /// <summary>It may not.</summary>
    Refused,

    /// <summary>The keeper has withdrawn the consent, or the user the wish.</summary>
    Withdrawn,
}

/// <summary>A keeper's wallet is asked to consent, or to withdraw the consent.</summary>
internal sealed class ConsentQuestion
{
    /// <summary>Identifier; stands in the address to which the wallet leads back.</summary>
    public required Guid Id { get; init; }

    /// <summary>The use that it is about.</summary>
    public required Guid UseId { get; init; }

    /// <summary>True when the keeper takes the consent back.</summary>
    public required bool Withdraws { get; init; }

    /// <summary>SHA-256 of the secret of the browser that asked.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>True when the wallet is on another device.</summary>
    public required bool CrossDevice { get; init; }

    /// <summary>The question.</summary>
    public required StartedPresentation Presentation { get; init; }

    /// <summary>What the wallet shows and signs, in German.</summary>
    public required string Statement { get; init; }

    /// <summary>Why the answer did not count (<c>StoredRefusal</c>, JSON).</summary>
    public string? Refusal { get; set; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True for the browser that asked.</summary>
    public bool BelongsTo(string? browserSession) => browserSession is not null && BrowserHash == BrowserHashes.Of(browserSession);
}
