package io.pharos.platform.sandbox;

import org.springframework.context.annotation.Configuration;

/** Role sandbox. */
@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {}
