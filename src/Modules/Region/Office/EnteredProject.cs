using Microsoft.AspNetCore.Http;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Office;

/// <summary>What stands in the form of a project.</summary>
/// <param name="BasedOn">The version that was shown.</param>
/// <param name="Values">Fields and their texts.</param>
/// <param name="Source">Where new figures come from.</param>
/// <param name="Confidence">How far they can be relied on.</param>
/// <param name="Reason">Why it is changed.</param>
internal sealed record EnteredProject(int BasedOn, IReadOnlyDictionary<string, string> Values, string Source, Confidence Confidence, string Reason)
{
    /// <summary>As the register wants it.</summary>
    public ProjectChange Change => new(BasedOn, Values, Reason, new Stated(Source, Confidence));

    /// <summary>The form as it is first shown.</summary>
    public static EnteredProject Of(ProjectVersion version) => new(version.Number, ProjectField.All.ToDictionary(field => field.Name, field => field.Show(version.Project)), "", Confidence.High, "");

    /// <summary>What was sent.</summary>
    public static EnteredProject Read(IFormCollection form) => new(
        int.TryParse(form["version"], out var version) ? version : 0,
        ProjectField.All.Where(field => form.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => form[field.Name].ToString().ReplaceLineEndings("\n")),
        form["source"].ToString(),
        ProjectField.ChoiceOf<Confidence>(form["confidence"]) ?? Confidence.Medium,
        form["reason"].ToString());

    /// <summary>The text of a field.</summary>
    public string TextOf(ProjectField field) => Values.GetValueOrDefault(field.Name, "");

    /// <summary>
    /// The form after somebody else was faster: what was entered stays, fields that were left alone show what is there now, and it builds on that.
    /// </summary>
    /// <param name="former">The state that was shown.</param>
    /// <param name="present">The state that is there now.</param>
    public EnteredProject Onto(Project former, ProjectVersion present) => this with
    {
        BasedOn = present.Number,
        Values = ProjectField.All.ToDictionary(field => field.Name, field => TextOf(field).Trim() == field.Show(former) ? field.Show(present.Project) : TextOf(field)),
    };
}

/// <summary>A field in the form.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Unusable">True when what was typed could not be meant so.</param>
internal sealed record ShownField(ProjectField Field, string Text, bool Unusable);

/// <summary>Two wrote at once.</summary>
/// <param name="Former">What both began with.</param>
/// <param name="Present">What the first one has saved.</param>
/// <param name="Sent">What the second one entered.</param>
internal sealed record TwoEditors(Project Former, ProjectVersion Present, EnteredProject Sent);
