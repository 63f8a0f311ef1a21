using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Projects;

internal sealed record NoSuchProject() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:no-such-project", 404, texts => texts.NoSuchProject);

internal sealed record NoSuchTown() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:no-such-town", 404, texts => texts.NoSuchTown);

internal sealed record ProjectOfAnotherTown(string Town) : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:project-of-another-town", 403, texts => texts.ProjectOfAnotherTown(Town));

internal sealed record ProjectFieldUnusable(string Field, string Text)
    : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:project-field-unusable", 422, texts => texts.ProjectFieldUnusable(Field, Text));

internal sealed record FigureNeedsSource(string Field) : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:figure-needs-source", 422, texts => texts.FigureNeedsSource(Field));

internal sealed record ChangeNeedsReason() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:change-needs-reason", 422, texts => texts.ChangeNeedsReason);

internal sealed record NothingChanged() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:nothing-changed", 422, texts => texts.NothingChanged);

internal sealed record EndsBeforeStart() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:ends-before-start", 422, texts => texts.EndsBeforeStart);

internal sealed record ShareAboveTotal() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:share-above-total", 422, texts => texts.ShareAboveTotal);

internal sealed record ProjectChangedMeanwhile(int Version) : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:project-changed-meanwhile", 409, texts => texts.ProjectChangedMeanwhile(Version));

internal sealed record NewProjectFormUnusable() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:new-project-form-unusable", 422, texts => texts.NewProjectFormUnusable);

internal sealed record NewProjectOvertaken() : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:new-project-overtaken", 409, texts => texts.NewProjectOvertaken);

internal sealed record DuplicateUnanswered(string Title) : SpokenRefusal<ProjectRefusalTexts>("urn:modellstadt:region:duplicate-unanswered", 422, texts => texts.DuplicateUnanswered(Title));
