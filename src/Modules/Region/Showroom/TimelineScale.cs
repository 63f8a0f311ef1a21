using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>The years that a timeline shows.</summary>
/// <param name="FirstYear">The first one.</param>
/// <param name="LastYear">The last one.</param>
internal sealed record TimelineScale(int FirstYear, int LastYear)
{
    /// <summary>The whole width.</summary>
    public const double Width = 1000;

    // The programme: summer 2018 to 30 June 2023.
    private const int ProgrammeFirst = 2018;
    private const int ProgrammeLast = 2023;

    /// <summary>Every year in its order.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    private DateOnly FirstDay => new(FirstYear, 1, 1);

    private int Days => new DateOnly(LastYear, 12, 31).DayNumber - FirstDay.DayNumber + 1;

    /// <summary>The years of the programme, and those of projects that reach beyond.</summary>
    public static TimelineScale Of(IEnumerable<Project> projects)
    {
        var years = projects.SelectMany(project => new[] { project.Start, project.End, project.GrantedOn }).OfType<Figure<PartialDate>>().Select(figure => figure.Value.Year).ToList();
        return new(years.Append(ProgrammeFirst).Min(), years.Append(ProgrammeLast).Max());
    }

    /// <summary>Where a day begins.</summary>
    public double At(DateOnly day) => Math.Clamp(Width * (day.DayNumber - FirstDay.DayNumber) / Days, 0, Width);
}
