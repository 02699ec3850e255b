export declare function writeWhole(target: string, text: string): void;
