using SharpFuzz;

namespace Modellstadt.Fuzz;

/// <summary>A copy of this program whose protocol libraries report the branches they take.</summary>
internal static class Instrumentation
{
    private static readonly string[] Libraries = ["Modellstadt.Protocols.Credentials.dll", "Modellstadt.Protocols.OpenId4Vc.dll"];

    /// <summary>Makes the copy; returns the program in it.</summary>
    public static string Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        foreach (var library in Libraries)
            Fuzzer.Instrument(Path.Combine(to, library), _ => true, Options.Value);
        return Path.Combine(to, "Modellstadt.Fuzz.dll");
    }
}
