/**
 * Jest's environment for Node, in a context whose global object is an ordinary one. The usual one asks a proxy at each
 * mention of `Map`, `Math` or `Number`: code that reads 100,000 rows spends its time there.
 */
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

export default class PlainContextEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
