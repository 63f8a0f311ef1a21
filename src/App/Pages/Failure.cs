using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.App.Pages;

/// <summary>What the server itself refuses: no such address, not allowed, too many tries, a fault of ours.</summary>
internal sealed record Failure(int StatusCode) : Refusal(TypeOf(StatusCode), StatusCode)
{
    public override RefusalText In(Language language)
    {
        var texts = AppTexts.For(language);
        return StatusCode switch
        {
            StatusCodes.Status400BadRequest => texts.FormNotUnderstood,
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => texts.NotAllowed,
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => texts.NoSuchPage,
            StatusCodes.Status413PayloadTooLarge => texts.TooLarge,
            StatusCodes.Status429TooManyRequests => texts.TooManyTries,
            >= 500 => texts.OurFault,
            _ => texts.FormNotUnderstood,
        };
    }

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "urn:modellstadt:app:not-allowed",
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "urn:modellstadt:app:no-such-page",
        StatusCodes.Status413PayloadTooLarge => "urn:modellstadt:app:too-large",
        StatusCodes.Status429TooManyRequests => "urn:modellstadt:app:too-many-tries",
        >= 500 => "urn:modellstadt:app:our-fault",
        _ => "urn:modellstadt:app:not-understood",
    };
}
