using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Indicators.Satisfaction;

internal sealed record NotAnAnswer() : SpokenRefusal<IndicatorTexts>("urn:modellstadt:region:not-an-answer", 422, texts => texts.NotAnAnswer);

internal sealed record QuestionOver() : SpokenRefusal<IndicatorTexts>("urn:modellstadt:region:question-over", 410, texts => texts.QuestionOver);
