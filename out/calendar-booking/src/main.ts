import { serve } from '@flowright/runtime';
import { integration } from './triggers.ts';

await serve(integration);
