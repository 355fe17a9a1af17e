namespace Plus.Shared;

internal static class Placeholder;
