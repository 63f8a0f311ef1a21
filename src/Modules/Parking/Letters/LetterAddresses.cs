using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Letters;

/// <summary>Where letters live.</summary>
internal static class LetterAddresses
{
    /// <summary>The decision on an application: the original.</summary>
    public static string Decision(Guid application) => $"{ApplicationAddresses.Page(application)}/decision";

    /// <summary>The same for paper.</summary>
    public static string DecisionPdf(Guid application) => $"{Decision(application)}.pdf";
}
