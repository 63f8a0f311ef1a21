using System.Text.Json;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>What a person states while a register is silent: to live there, and to keep these vehicles. A provisional permit rests on it.</summary>
/// <param name="Home">Street and house number.</param>
/// <param name="Plates">The plates in one line.</param>
/// <param name="StatedAt">When.</param>
internal sealed record ProvisionalStatement(string Home, string Plates, DateTimeOffset StatedAt)
{
    /// <summary>What was granted on it; null while nothing was.</summary>
    public ProvisionalGrant? Granted { get; init; }

    /// <summary>What was stated for an application; null when nothing was.</summary>
    public static ProvisionalStatement? Of(PermitApplication application) => application.Statement is { } json ? JsonSerializer.Deserialize<ProvisionalStatement>(json) : null;

    /// <summary>The statement as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>A provisional permit.</summary>
/// <param name="Number">Its number; null before it is stored.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record ProvisionalGrant(string? Number, DateOnly From, DateOnly Until);
