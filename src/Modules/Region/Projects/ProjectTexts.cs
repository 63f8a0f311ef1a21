using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>How projects and their figures are spoken of, on every page.</summary>
internal abstract class ProjectTexts : ITexts<ProjectTexts>
{
    private static readonly ProjectTexts German = new GermanProjectTexts();
    private static readonly ProjectTexts English = new EnglishProjectTexts();

    private const decimal Million = 100_000_000m;

    public abstract string Title { get; }
    public abstract string Summary { get; }
    public abstract string State { get; }
    public abstract string PillarLabel { get; }
    public abstract string Topic { get; }
    public abstract string GuidingTheme { get; }
    public abstract string Lead { get; }
    public abstract string Partners { get; }
    public abstract string Recipients { get; }
    public abstract string RunTimeLabel { get; }
    public abstract string Start { get; }
    public abstract string End { get; }
    public abstract string GrantedOn { get; }
    public abstract string Total { get; }
    public abstract string StateShare { get; }
    public abstract string OwnShare { get; }
    public abstract string TransferableResult { get; }
    public abstract string TransferableFrom { get; }
    public abstract string Documents { get; }
    public abstract string ContactRole { get; }
    public abstract string SoftwareAddress { get; }
    public abstract string SoftwareLicence { get; }
    public abstract string SoftwareKind { get; }
    public abstract string SoftwarePlatforms { get; }
    public abstract string SoftwareLanguages { get; }
    public abstract string SoftwareFeatures { get; }
    public abstract string SoftwareMaintenance { get; }
    public abstract string Source { get; }
    public abstract string ConfidenceLabel { get; }

    /// <summary>What stands where nothing was found.</summary>
    public abstract string NotFound { get; }

    public abstract string NameOf(Pillar pillar);
    public abstract string NameOf(ProjectState state);
    public abstract string NameOf(Confidence confidence);
    public abstract string NameOf(ProjectKind kind);

    protected abstract CultureInfo Culture { get; }
    protected abstract string DayFormat { get; }
    protected abstract string From(string start);
    protected abstract string Until(string end);
    protected abstract string Granted(string day);

    /// <summary>Follows a sum that its source rounds.</summary>
    protected abstract string Rounded { get; }

    /// <summary>Stands after a number of millions of euros.</summary>
    protected abstract string MillionEuros { get; }

    public static ProjectTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>A date as precise as it is known.</summary>
    public string Date(PartialDate date) => date.First.ToString(date.Day is not null ? DayFormat : date.Month is not null ? "MMMM yyyy" : "yyyy", Culture);

    /// <summary>From when to when, what is missing of it, or when it was granted; null when nothing is known.</summary>
    public string? RunTime(Project project) => (project.Start?.Value, project.End?.Value) switch
    {
        ({ } start, { } end) => $"{Date(start)} – {Date(end)}",
        ({ } start, null) => From(Date(start)),
        (null, { } end) => Until(Date(end)),
        _ => project.GrantedOn is { } grant ? Granted(Date(grant.Value)) : null,
    };

    /// <summary>Whole euros, or euros and cents when there are some.</summary>
    public string Money(long cents) => (cents / 100m).ToString(cents % 100 == 0 ? "N0" : "N2", Culture) + " €";

    /// <summary>A sum, with a word when its source rounds it.</summary>
    public string Money(Amount amount) => amount.Rounded ? $"{Money(amount.Cents)} ({Rounded})" : Money(amount.Cents);

    /// <summary>A large sum at a glance.</summary>
    public string Millions(long cents) => (cents / Million).ToString("0.0", Culture) + MillionEuros;
}
