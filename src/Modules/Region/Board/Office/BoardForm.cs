using Microsoft.AspNetCore.Http;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Board.Office;

/// <summary>What the forms of the board carry.</summary>
internal static class BoardForm
{
    /// <summary>What its author had before them; null when the form does not say so.</summary>
    public static SeenProposal? Seen(this IFormCollection form) => form.Key() is { } key && int.TryParse(form["seen"], out var version) ? new SeenProposal(key, version) : null;

    /// <summary>The lines of a field, without empty ones; null when there is none.</summary>
    public static string? Lines(this IFormCollection form, string name) =>
        form[name].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines ? string.Join('\n', lines) : null;

    /// <summary>Whoever is signed in, as they act for the board.</summary>
    public static Acting Acting(this CurrentStaff staff) => new(Actors.Staff(staff.Id!.Value), staff.Role!.Value);
}
