export declare const ENTRIES: string[];
export declare function bundleIfStale(): Promise<void>;
export declare function bundle(): Promise<string[]>;
export declare function isBundleStale(): boolean;
