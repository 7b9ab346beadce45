/** The tests of docs/kernel.md, and one that holds that page against this module. */
@NullMarked
package com.example.stock;

import org.jspecify.annotations.NullMarked;
