using System.Security.Cryptography;
using System.Text.Json;

namespace Modellstadt.Registers;

/// <summary>An entry of the last good export.</summary>
internal abstract class StoredEntry
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };

    /// <summary>The register's key of it: a person's, or a plate.</summary>
    public required string Key { get; init; }

    /// <summary>The entry, JSON.</summary>
    public required string Entry { get; init; }

    /// <summary>Beginning of the SHA-256 of <see cref="Entry"/>: tells without reading it whether it has changed.</summary>
    public required string Checksum { get; init; }

    /// <summary>An entry as it is stored.</summary>
    public static string Write<T>(T entry) => JsonSerializer.Serialize(entry, Compact);

    /// <summary>A stored entry.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Entry, Compact)!;

    /// <summary>The checksum of a written entry.</summary>
    public static string ChecksumOf(string entry) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(entry)).AsSpan(0, 12));
}

/// <summary>A person of the last good export.</summary>
internal sealed class StoredResident : StoredEntry
{
    /// <summary>By which a person is looked up.</summary>
    public required DateOnly BirthDate { get; init; }
}

/// <summary>A vehicle of the last good export; its key is <c>KeptVehicle.PlateKey</c>.</summary>
internal sealed class StoredVehicle : StoredEntry
{
    /// <summary>Who keeps it; null when nobody of the resident register does.</summary>
    public required string? KeeperId { get; init; }

    /// <summary>To whose use it was given.</summary>
    public required string? UserId { get; init; }
}

/// <summary>How the exports of one register stand.</summary>
internal sealed class StoredExport
{
    /// <summary><c>residents</c> or <c>vehicles</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Which file is in force (<c>DroppedFile.Fingerprint</c>); null until there is one.</summary>
    public string? AcceptedFile { get; set; }

    /// <summary>How many entries it has.</summary>
    public int Entries { get; set; }

    /// <summary>When it was taken over.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>On which day of the town.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>Which file was refused since; null when none was.</summary>
    public string? RefusedFile { get; set; }

    /// <summary>When it was refused.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    /// <summary>The first of its problems (<see cref="ExportProblem"/>, JSON).</summary>
    public string? Problems { get; set; }

    /// <summary>How many problems it has.</summary>
    public int ProblemCount { get; set; }

    /// <summary>Grows with each change: of two processes one takes a file over.</summary>
    public int Revision { get; set; }

    /// <summary>Notes why a file is not taken over; what is in force stays.</summary>
    public void Refuse(string file, ExportProblems problems, DateTimeOffset now) =>
        (RefusedFile, RefusedAt, Problems, ProblemCount, Revision) = (file, now, JsonSerializer.Serialize(problems.First, JsonSerializerOptions.Web), problems.Count, Revision + 1);

    /// <summary>Puts a file in force.</summary>
    public void Accept(string file, int entries, DateTimeOffset now, DateOnly today)
    {
        (AcceptedFile, Entries, AcceptedAt, AcceptedOn, Revision) = (file, entries, now, today, Revision + 1);
        (RefusedFile, RefusedAt, Problems, ProblemCount) = (null, null, null, 0);
    }

    /// <summary>The first problems of the refused file.</summary>
    public IReadOnlyList<ExportProblem> FirstProblems => Problems is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<ExportProblem>>(Problems, JsonSerializerOptions.Web)!;
}
