using System.Globalization;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>Names a kind of ticket in forms: <c>Day-1</c>, <c>Hour-4</c>.</summary>
internal static class TicketKind
{
    /// <summary>The name of a rule's tickets.</summary>
    public static string Of(VisitorTicketRule rule) => string.Create(CultureInfo.InvariantCulture, $"{rule.Unit}-{rule.Length}");

    /// <summary>The rule of a name; null when the town has none.</summary>
    public static VisitorTicketRule? Find(IReadOnlyList<VisitorTicketRule>? rules, string? name) => rules?.FirstOrDefault(rule => Of(rule) == name);
}
