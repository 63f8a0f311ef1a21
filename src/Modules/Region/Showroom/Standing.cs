using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>How a project stood at an earlier time, as far as its dates tell.</summary>
internal enum Standing
{
    /// <summary>It had begun and was not over.</summary>
    Running,

    /// <summary>It had begun; its end was not found.</summary>
    Begun,

    /// <summary>The grant was there; its start was not found.</summary>
    Granted,

    /// <summary>It began later.</summary>
    Planned,

    /// <summary>It was over.</summary>
    Ended,

    /// <summary>Its dates do not tell.</summary>
    Unknown,
}

/// <summary>Decides from dates how a project stood.</summary>
internal static class Standings
{
    /// <summary>
    /// What is certain wins over what is possible: a start in 2020 may lie after July 2020, so that of such a project nothing is said.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="at">The day, month or year that is asked about.</param>
    public static Standing At(Project project, PartialDate at)
    {
        var (start, end, granted) = (project.Start?.Value, project.End?.Value, project.GrantedOn?.Value);
        if (end is { } over && over.Last < at.First)
            return Standing.Ended;
        if (start is { } later && later.First > at.Last)
            return Standing.Planned;
        if (end is { } within && within.First < at.First)
            return Standing.Unknown;
        if (start is { } begun && begun.Last <= at.Last)
            return end is null ? Standing.Begun : Standing.Running;

        return start is null && granted is { } grant && grant.Last <= at.Last ? Standing.Granted : Standing.Unknown;
    }
}
