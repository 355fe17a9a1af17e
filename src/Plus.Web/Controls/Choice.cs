namespace Plus.Web.Controls;

/// <summary>One option of a select, radio or checkbox group: a stable code and its words.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null, bool Disabled = false);
