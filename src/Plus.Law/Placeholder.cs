namespace Plus.Law;

internal static class Placeholder;
