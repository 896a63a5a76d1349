import { describeEngineContract } from './engine-contract.ts';
import { createToneEngine } from './tone-engine.ts';

describeEngineContract('the tone engine', createToneEngine);
