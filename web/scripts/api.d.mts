export const DESCRIPTION: string;
export const GENERATED: string;
export function generate(path: string): Promise<void>;
