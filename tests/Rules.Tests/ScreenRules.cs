using System.Text.RegularExpressions;

namespace Modellstadt.Rules.Tests;

/// <summary>Pages hold no styles and no scripts of their own: the content security policy forbids both.</summary>
public sealed partial class ScreenRules
{
    [Fact]
    public void No_page_holds_a_style_or_a_script() =>
        KnownExceptions.AssertOnly("inline-style-or-script",
            from path in new[] { "*.razor", "*.html", "*.tsx" }.SelectMany(pattern => SourceTree.Below("src", pattern))
            from Match inline in Inline().Matches(File.ReadAllText(path))
            select $"{SourceTree.Relative(path)} {inline.Value.Trim()}");

    /// <summary>A style attribute, a style element, a script without an address, an <c>onclick="…"</c> (Blazor's own <c>@onclick</c> and TSX's <c>onClick={…}</c> are none).</summary>
    [GeneratedRegex("""\sstyle\s*=\s*["']|<style[\s>]|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*["']""")]
    private static partial Regex Inline();
}
