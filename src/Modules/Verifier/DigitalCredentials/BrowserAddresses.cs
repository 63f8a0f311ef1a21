namespace Modellstadt.Verifier.DigitalCredentials;

/// <summary>Where a page of the portal fetches a question for its browser, and where it sends what came back.</summary>
internal static class BrowserAddresses
{
    /// <summary>Route of the question.</summary>
    public const string Request = "/verifier/browser/{id:guid}/request";

    /// <summary>Route of the answer.</summary>
    public const string Answer = "/verifier/browser/{id:guid}/answer";

    /// <summary>What both begin with; the script on the page appends the rest.</summary>
    public static string Of(Guid presentation) => $"/verifier/browser/{presentation}";
}
