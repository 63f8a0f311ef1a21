using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Funding.Office;
using Modellstadt.Region.Office;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Reuse.Office;

/// <summary>What stands in the form for a new state of a take-over.</summary>
/// <param name="Fields">The fields by their names; what is missing is empty.</param>
internal sealed record EnteredReuse(IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Names = ["key", "shown", "step", "since", "version", "days", "days_method", "euros", "euros_method", "contact_role", "reason"];

    /// <summary>A field.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");

    /// <summary>The form as it is first shown: what this town said last still holds, unless it says otherwise.</summary>
    /// <param name="story">The take-over.</param>
    /// <param name="speaker">The town whose form it is.</param>
    /// <param name="key">A key of its own.</param>
    /// <param name="today">Today in the town.</param>
    public static EnteredReuse Of(ReuseStory story, string speaker, string key, DateOnly today)
    {
        var basis = story.BasisOf(speaker)?.Record;
        var own = speaker == story.Taker ? story.Records.Select(record => record.Record).Where(record => record.By == speaker).ToList() : [];
        var (effort, saving) = (own.LastOrDefault(record => record.Effort is not null)?.Effort, own.LastOrDefault(record => record.Saving is not null)?.Saving);
        return new(new Dictionary<string, string>
        {
            ["key"] = key,
            ["shown"] = story.Newest?.Record.Id ?? "",
            ["step"] = ReuseRecord.WordOf(ReuseRules.Following(basis?.Step)[0]),
            ["since"] = TownCalendar.Iso(basis is { Step: not ReuseStep.Left } ? basis.Since : today),
            ["version"] = basis?.Version ?? "",
            ["days"] = effort?.Days.ToString(CultureInfo.InvariantCulture) ?? "",
            ["days_method"] = effort?.Method ?? "",
            ["euros"] = saving is null ? "" : AmountText.Show(new Amount(saving.Cents, Rounded: false)),
            ["euros_method"] = saving?.Method ?? "",
            ["contact_role"] = own.LastOrDefault(record => record.ContactRole is not null)?.ContactRole ?? "",
        });
    }

    /// <summary>What was sent.</summary>
    public static EnteredReuse Read(IFormCollection form) => new(Names.ToDictionary(name => name, name => form[name].ToString().Trim()));

    /// <summary>The same entries on top of what somebody else has said meanwhile.</summary>
    public EnteredReuse Onto(ReuseStory story) => new(new Dictionary<string, string>(Fields.ToDictionary()) { ["shown"] = story.Newest?.Record.Id ?? "" });

    /// <summary>What the clerk wants to say, or why it cannot be read.</summary>
    public Outcome<ReuseDraft> Draft()
    {
        if (ReuseRecord.StepOf(this["step"]) is not { } step)
            return new StepNotPossible();
        if (OfficeForm.Day(this["since"]) is not { } since)
            return new SinceNotPossible();
        var (days, cents) = (int.TryParse(this["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : (int?)null, FundingForm.Cents(this["euros"]));
        if (!IsWhole("days", "days_method", days is not null) || !IsWhole("euros", "euros_method", cents is not null))
            return new FigureNeedsMethod();
        if (this["key"].Length is < 8 or > 64)
            return new RecordUnusable();

        return new ReuseDraft("reuse/" + this["key"], Text("shown"), step, since)
        {
            Version = Text("version"),
            Effort = days is { } counted ? new(counted, this["days_method"]) : null,
            Saving = cents is { } saved ? new(saved, this["euros_method"]) : null,
            ContactRole = Text("contact_role"),
            Reason = Text("reason"),
        };
    }

    /// <summary>True when figure and method are both there, or both are not.</summary>
    private bool IsWhole(string figure, string method, bool isRead) => this[figure].Length == 0 ? this[method].Length == 0 : isRead && this[method].Length >= ReuseRules.ShortestSentence;

    private string? Text(string name) => this[name] is { Length: > 0 } text ? text : null;
}
