using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes.Rules;

/// <summary>What becomes of a permit, before it is stored. A closed family.</summary>
/// <param name="Proposal">Whom and what the registers and the rules know on that day.</param>
/// <param name="Euros">What it costs.</param>
internal abstract record PermitChange(PermitProposal Proposal, decimal Euros)
{
    /// <summary>True when a rule that it needs was not found: a clerk releases it, whatever basis the program has elsewhere.</summary>
    public bool NeedsClerk { get; init; }

    /// <summary>What the holder saw when pressing the button must still be so.</summary>
    public bool IsWhatWasShown(ShownChange? shown) => shown is null || shown == Shown;

    /// <summary>What the holder sees before pressing the button.</summary>
    public ShownChange Shown => new(Euros, LastDay, Proposal.ZoneId);

    /// <summary>Names it, so that a clerk's release holds for exactly this change.</summary>
    public string Prepared => string.Create(CultureInfo.InvariantCulture, $"{Words}; EUR {Euros:0.00}");

    /// <summary>The last day that the change sets; null when it sets none.</summary>
    protected virtual DateOnly? LastDay => null;

    /// <summary>What changes, for the history: no words of people.</summary>
    public abstract string Words { get; }

    /// <summary>A further term, from the day after the last one.</summary>
    /// <param name="Proposal">As above.</param>
    /// <param name="Euros">As above.</param>
    /// <param name="Plates">The plates, unchanged.</param>
    /// <param name="Months">Length of the term.</param>
    /// <param name="From">First day of the term.</param>
    /// <param name="Until">Last day of the term, and from now on of the permit.</param>
    public sealed record Renewal(PermitProposal Proposal, decimal Euros, IReadOnlyList<string> Plates, int Months, DateOnly From, DateOnly Until) : PermitChange(Proposal, Euros)
    {
        /// <inheritdoc />
        protected override DateOnly? LastDay => Until;

        /// <inheritdoc />
        public override string Words => string.Create(CultureInfo.InvariantCulture, $"renew {Months} months until {Until:O}; {Permit.Line(Plates)}");
    }

    /// <summary>Other plates.</summary>
    /// <param name="Proposal">As above.</param>
    /// <param name="Euros">As above.</param>
    /// <param name="Plates">The plates from now on.</param>
    public sealed record Plate(PermitProposal Proposal, decimal Euros, IReadOnlyList<string> Plates) : PermitChange(Proposal, Euros)
    {
        /// <inheritdoc />
        public override string Words => $"plates {Permit.Line(Plates)}";
    }

    /// <summary>A plate for some days.</summary>
    /// <param name="Proposal">As above.</param>
    /// <param name="Euros">As above.</param>
    /// <param name="Added">The plate and its days.</param>
    public sealed record Temporary(PermitProposal Proposal, decimal Euros, TemporaryPlate Added) : PermitChange(Proposal, Euros)
    {
        /// <inheritdoc />
        protected override DateOnly? LastDay => Added.Until;

        /// <inheritdoc />
        public override string Words => string.Create(CultureInfo.InvariantCulture, $"temporary plate {Added.Plate} from {Added.From:O} until {Added.Until:O}");
    }

    /// <summary>Another zone: that of the proposal.</summary>
    /// <param name="Proposal">As above.</param>
    /// <param name="Euros">As above.</param>
    public sealed record Zone(PermitProposal Proposal, decimal Euros) : PermitChange(Proposal, Euros)
    {
        /// <inheritdoc />
        public override string Words => $"zone {Proposal.ZoneId}";
    }
}

/// <summary>What the holder saw before pressing the button: when it is no longer so, the new is shown first.</summary>
/// <param name="Euros">What it costs.</param>
/// <param name="Until">The last day that it sets; null when it sets none.</param>
/// <param name="Zone">The zone of the residence.</param>
internal sealed record ShownChange(decimal Euros, DateOnly? Until, string Zone)
{
    /// <summary>Reads what a form carries; null when it carries nothing of it.</summary>
    public static ShownChange? Read(IFormCollection form) =>
        decimal.TryParse(form["shown_euros"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros)
            ? new ShownChange(euros, DayOf(form["shown_until"]), form["shown_zone"].ToString())
            : null;

    /// <summary>A day as forms write it: <c>2026-11-23</c>.</summary>
    public static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
