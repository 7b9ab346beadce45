/** What stands in docs/kernel.md: a project of somebody else that writes through the kernel. */
@NullMarked
package com.example.stock;

import org.jspecify.annotations.NullMarked;
