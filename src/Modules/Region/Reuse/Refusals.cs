using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Reuse;

internal sealed record NotYourReuse() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:not-your-reuse", 403, texts => texts.NotYourReuse);

internal sealed record OwnProject() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:own-project", 422, texts => texts.OwnProject);

internal sealed record ProjectWasWithdrawn() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:project-was-withdrawn", 409, texts => texts.ProjectWasWithdrawn);

internal sealed record StepNotPossible() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:step-not-possible", 422, texts => texts.StepNotPossible);

internal sealed record SinceNotPossible() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:since-not-possible", 422, texts => texts.SinceNotPossible);

internal sealed record LeavingNeedsReason() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:leaving-needs-reason", 422, texts => texts.LeavingNeedsReason);

internal sealed record FiguresAreTheTakers() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:figures-are-the-takers", 422, texts => texts.FiguresAreTheTakers);

internal sealed record FigureNeedsMethod() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:figure-needs-method", 422, texts => texts.FigureNeedsMethod);

internal sealed record RecordUnusable() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:record-unusable", 422, texts => texts.RecordUnusable);

internal sealed record NoNumberLeft() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:no-number-left", 409, texts => texts.NoNumberLeft);

internal sealed record ReuseMovedMeanwhile() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:reuse-moved-meanwhile", 409, texts => texts.ReuseMovedMeanwhile);

internal sealed record NothingToConfirm() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:nothing-to-confirm", 409, texts => texts.NothingToConfirm);

internal sealed record QuestionUnusable() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:question-unusable", 422, texts => texts.QuestionUnusable);

internal sealed record AnswerUnusable() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:answer-unusable", 422, texts => texts.AnswerUnusable);

internal sealed record TooManyQuestions() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:too-many-questions", 409, texts => texts.TooManyQuestions);

internal sealed record NoSuchQuestion() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:no-such-question", 404, texts => texts.NoSuchQuestion);

internal sealed record AnsweredMeanwhile() : SpokenRefusal<ReuseTexts>("urn:modellstadt:region:answered-meanwhile", 409, texts => texts.AnsweredMeanwhile);
