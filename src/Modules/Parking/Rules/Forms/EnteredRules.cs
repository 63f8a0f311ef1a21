using Microsoft.AspNetCore.Http;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>What a clerk entered into the form of a draft, each rule as one text: nothing is lost when a field is refused.</summary>
/// <param name="Values">Fields and their texts.</param>
/// <param name="Unusable">The fields whose text is no value.</param>
internal sealed record EnteredRules(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Unusable)
{
    /// <summary>Nothing was entered yet.</summary>
    public static EnteredRules Nothing { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>Kinds of visitor tickets for which the form has room.</summary>
    public const int TicketRows = 5;

    /// <summary>The parts of a kind of visitor ticket, in their order.</summary>
    public static IReadOnlyList<string> TicketParts { get; } = ["unit", "length", "per_year", "euros"];

    /// <summary>Field of a part of a kind of visitor ticket, from 1.</summary>
    public static string TicketField(int row, string part) => $"{SimpleRule.VisitorTickets}.{row}.{part}";

    /// <summary>Reads the form. A group of boxes without a tick is one that was sent empty: the form marks its groups.</summary>
    public static EnteredRules Read(IFormCollection form)
    {
        var values = form.Keys.ToDictionary(name => name, name => string.Join(' ', form[name].Where(value => !string.IsNullOrEmpty(value))));
        if (values.TryGetValue(SimpleRule.VisitorTickets, out var given))
            values[SimpleRule.VisitorTickets] = string.Join('\n', Enumerable.Range(1, TicketRows).Select(row => Ticket(values, row)).Prepend(given).Where(line => line.Length > 0));
        return new EnteredRules(values, []);
    }

    /// <summary>The text of a field; that of the book when the clerk has sent none.</summary>
    public string TextOf(string field, string stored) => Values.GetValueOrDefault(field, stored);

    /// <summary>A part left empty keeps its place, so that the line is no ticket.</summary>
    private static string Ticket(Dictionary<string, string> values, int row)
    {
        string[] parts = [.. TicketParts.Select(part => values.GetValueOrDefault(TicketField(row, part), "").Trim())];
        return parts.All(part => part.Length == 0) ? "" : string.Join(' ', parts.Select(part => part.Length == 0 ? "?" : part.Replace(' ', '_')));
    }
}
