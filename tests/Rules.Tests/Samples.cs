using System.Runtime.CompilerServices;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Rules.Tests;

/// <summary>Any value of a type, for texts and refusals that want arguments.</summary>
internal static class Samples
{
    // A refusal that carries the words of another one gets a sentence of its own for each language.
    private static int sentences;

    public static object? Of(Type type) => type switch
    {
        _ when type == typeof(string) => "Beispiel",
        _ when type == typeof(RefusalText) => new RefusalText("Beispiel", $"Beispielsatz {Interlocked.Increment(ref sentences)}.", "Tun Sie dies."),
        _ when type == typeof(LocalizedText) => new LocalizedText("Beispiel", "example"),
        _ when type == typeof(Uri) => new Uri("https://beispiel.example/"),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, 0),
        _ when type.IsGenericType && type.IsInterface => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ when type.GetConstructors() is [var constructor] => constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]),
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };
}
