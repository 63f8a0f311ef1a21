namespace Modellstadt.Region.Projects;

/// <summary>A similar project that was known when another one was entered.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title at that time.</param>
/// <param name="Town">The name of the town that leads it.</param>
/// <param name="Answer">What is made of it.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record KnownProject(string Id, string Title, string Town, DuplicateAnswer Answer, string Reason)
{
    /// <summary>Most of them that a project names.</summary>
    public const int Most = 10;

    /// <summary>The project with what was said to it.</summary>
    public static KnownProject Of(Project project, SimilarAnswer answer) => new(project.Id, project.Title, project.Lead.Name, answer.Answer!.Value, answer.Reason);
}

/// <summary>What a town makes of a similar project of another one.</summary>
internal enum DuplicateAnswer
{
    /// <summary>The new project is something else.</summary>
    Different,

    /// <summary>Its result is taken over instead of made anew.</summary>
    TakeOver,
}
