package io.pharos.platform.accounts;

import org.springframework.context.annotation.Configuration;

/** Role accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {}
