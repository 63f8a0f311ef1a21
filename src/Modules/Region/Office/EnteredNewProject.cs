using Microsoft.AspNetCore.Http;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Office;

/// <summary>What stands in the form of a new project.</summary>
/// <param name="Key">Drawn when the form was first shown.</param>
/// <param name="Values">Fields and their texts.</param>
/// <param name="Source">Where its figures come from.</param>
/// <param name="Confidence">How far they can be relied on.</param>
/// <param name="Reason">Why it is started.</param>
/// <param name="Answers">What is said to similar projects.</param>
internal sealed record EnteredNewProject(string Key, IReadOnlyDictionary<string, string> Values, string Source, Confidence Confidence, string Reason, IReadOnlyList<SimilarAnswer> Answers)
{
    /// <summary>Before the name of a similar project: what is made of it.</summary>
    public const string AnswerPrefix = "answer-";

    /// <summary>Before the name of a similar project: why.</summary>
    public const string ReasonPrefix = "because-";

    /// <summary>As the register wants it.</summary>
    public NewProject Wanted => new(Key, Values, Reason, new Stated(Source, Confidence), Answers);

    /// <summary>The form as it is first shown.</summary>
    public static EnteredNewProject Blank(string key) => new(
        key,
        new Dictionary<string, string> { ["pillar"] = ProjectField.WordOf(Pillar.SmartCity), ["state"] = ProjectField.WordOf(ProjectState.Preparation) },
        "", Confidence.High, "", []);

    /// <summary>What was sent.</summary>
    public static EnteredNewProject Read(IFormCollection form)
    {
        var sent = EnteredProject.Read(form);
        return new(form["key"].ToString(), sent.Values, sent.Source, sent.Confidence, sent.Reason, [.. form.Keys
            .Where(name => name.StartsWith(AnswerPrefix, StringComparison.Ordinal)).Select(name => name[AnswerPrefix.Length..])
            .Select(id => new SimilarAnswer(id, ProjectField.ChoiceOf<DuplicateAnswer>(form[AnswerPrefix + id]), form[ReasonPrefix + id].ToString().Trim()))]);
    }

    /// <summary>The text of a field.</summary>
    public string TextOf(ProjectField field) => TextOf(field.Name);

    /// <summary>The text of a field.</summary>
    public string TextOf(string field) => Values.GetValueOrDefault(field, "");
}
